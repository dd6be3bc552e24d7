/** What another program shared to the page: title, text and address, and files. @typedef {{texts: string[], files: File[]}} Shared */

/** A file handed over by the system, as the File Handling API has it. @typedef {{files: readonly FileSystemFileHandle[]}} Launch */

/**
 * The page as an installed program: it works without a network, tells when a new version is there, and takes what other
 * programs hand it. Tells its listeners by `change`. Where the page can't be installed nothing of this happens.
 */
export class Offline extends EventTarget {
  /** Whether a new version waits to take over. */
  hasUpdate = false;
  #isUpdating = false;
  /** @type {ServiceWorker | null} */
  #next = null;

  /** Whether the device has no network. */
  get isOffline() {
    return !navigator.onLine && this.#isInstalled;
  }

  get #isInstalled() {
    return Boolean(navigator.serviceWorker?.controller);
  }

  async start() {
    // Only the served site has a manifest.
    if (!navigator.serviceWorker || !document.querySelector("link[rel=manifest]")) return;
    for (const name of ["online", "offline"]) addEventListener(name, () => this.#changed());
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (this.#isUpdating) location.reload();
      else this.#changed();
    });
    // A browser that refuses it goes on as without.
    const registration = await navigator.serviceWorker.register("./service-worker.js").catch(() => null);
    if (!registration) return;
    if (registration.waiting) this.#found(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => next.state === "installed" && this.#found(next));
    });
  }

  /** Lets the new version take over, and loads the page from it. */
  update() {
    this.#isUpdating = true;
    this.#next?.postMessage({ type: "update" });
  }

  /**
   * What was shared to the page, once.
   *
   * @returns {Promise<Shared | null>}
   */
  async takeShared() {
    const address = new URL(location.href);
    const id = address.searchParams.get("shared");
    if (!id) return null;
    address.searchParams.delete("shared");
    history.replaceState(null, "", address);
    const { active } = await navigator.serviceWorker.ready;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        port1.close();
        resolve(data);
      };
      active?.postMessage({ type: "take", id }, [port2]);
    });
  }

  /**
   * Takes the files that the system opens with the page.
   *
   * @param {(files: File[]) => void} open
   */
  onFiles(open) {
    const queue = /** @type {{setConsumer: (take: (launch: Launch) => void) => void} | undefined} */ (
      Reflect.get(globalThis, "launchQueue")
    );
    queue?.setConsumer(async ({ files }) => {
      if (files.length > 0) open(await Promise.all(files.map((file) => file.getFile())));
    });
  }

  /** @param {ServiceWorker} worker */
  #found(worker) {
    // The first version takes over by itself.
    if (!this.#isInstalled) return;
    this.#next = worker;
    this.hasUpdate = true;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * What was shared as one text. A page shared by its address alone has nothing to analyse.
 *
 * @param {Shared} shared
 * @returns {string | null}
 */
export function sharedText({ texts: [title, text, url] }) {
  const isAddress = /^https?:\/\/\S+$/i.test(text || url);
  return isAddress ? null : [title, text].filter((part, index) => part && !(index === 0 && text.startsWith(part))).join("\n\n");
}
