// The declarations generated from the Rust types hold the contract: each generated type is assignable to the
// contract's of the same name. Checked by `tsc`, never run.
import type * as contract from "./report";
import type * as generated from "../../www/pkg/article_analyzer";

declare const report: generated.Report;
declare const comparison: generated.Comparison;

export const reportHolds: contract.Report = report;
export const comparisonHolds: contract.Comparison = comparison;

// What the contract allows and the project never gives would go unseen above: the closed sets must be equal.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const rolesAreTheSame: Same<contract.Role, generated.Role> = true;
export const labelsAreTheSame: Same<contract.EntityLabel, generated.EntityLabel> = true;
export const kindsAreTheSame: Same<contract.Quantity["kind"], generated.Quantity["kind"]> = true;
