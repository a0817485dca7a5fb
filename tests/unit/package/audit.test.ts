import { describe, expect, it } from "vitest";
import { readAudit } from "../../../scripts/audit.mjs";

const hole = (name: string, severity: string) => ({ [name]: { name, severity, via: [], range: "*" } });
const report = (...holes: Record<string, unknown>[]) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.assign({}, ...holes) });

describe("readAudit", () => {
  it("names the packages whose holes weigh enough", () => {
    const output = report(hole("small", "low"), hole("big", "critical"), hole("middle", "high"));
    expect(readAudit(output, ["high", "critical"])).toEqual({
      answered: true,
      found: ["big (critical)", "middle (high)"],
    });
  });

  it("finds nothing in a clean report", () => {
    expect(readAudit(report(), ["low"])).toEqual({ answered: true, found: [] });
  });

  it.each([
    ["an error of the registry", JSON.stringify({ message: "405 Method Not Allowed", error: { code: "E405" } })],
    ["no output", ""],
    ["a page", "<html>Bad gateway</html>"],
    ["null", "null"],
  ])("does not take %s for a clean report", (_, output) => {
    expect(readAudit(output, ["low"])).toEqual({ answered: false, found: [] });
  });
});
