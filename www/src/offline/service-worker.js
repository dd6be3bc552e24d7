import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

/** @import { Shared } from "./offline.js" */

/**
 * What is used here of a service worker; the types of documents know none.
 *
 * @typedef {object} Scope
 * @property {ServiceWorkerRegistration} registration
 * @property {() => void} skipWaiting
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 */

const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));

// The page itself, and nothing else, is kept: what is pasted or shared never reaches a cache.
// @ts-expect-error The build sets the list in.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/^shared$/] });
cleanupOutdatedCaches();
clientsClaim();

/** What was shared to the page and was not fetched yet: in memory only. @type {Map<string, Shared>} */
const waiting = new Map();

worker.addEventListener("fetch", (event) => {
  const isShared = event.request.method === "POST" && event.request.url === new URL("share", worker.registration.scope).href;
  if (isShared) event.respondWith(receive(event.request));
});

/** @param {Request} request */
async function receive(request) {
  const form = await request.formData();
  const texts = ["title", "text", "url"].map((name) => String(form.get(name) ?? "").trim());
  const files = form.getAll("files").filter((file) => file instanceof File);
  const id = crypto.randomUUID();
  waiting.set(id, { texts, files });
  return Response.redirect(`${worker.registration.scope}?shared=${id}`, 303);
}

worker.addEventListener("message", ({ data, ports }) => {
  if (data?.type === "update") worker.skipWaiting();
  if (data?.type !== "take") return;
  ports[0]?.postMessage(waiting.get(data.id) ?? null);
  waiting.delete(data.id);
});
