import type { Instance, RelayConfig } from "../config";
import { ENDPOINTS, INTEGRATION_ID } from "../endpoints";
import type { VerifyingKey } from "../keys/jwks";
import { ACTING_PATHS, LONGEST_BODY, SYNC_BODY, TAG_BODY, TAG_BODY_ON_BEHALF } from "../patterns/body";
import { withoutForbidden } from "../patterns/forbidden";
import { formatPattern, prefixPattern, writablePattern } from "../patterns/names";
import { REFUSALS, type Reason } from "../refusals";
import { backend } from "./backend";
import { audit, defaults, global, peers } from "./frame";
import { quoted } from "./words";

/** Groups of one token that are looked at. A token that names more is refused, because nobody knows what the others open. */
export const MOST_GROUPS = 20;
/** Elements of a token's `aud` that are looked at. */
const MOST_AUDIENCES = 5;
/** How far the identity provider's clock may be ahead of ours. */
const CLOCK_SKEW_S = 60;

/** The configuration of one instance, to lie in `folder` with the files that `instanceFiles` gives. */
export function instanceConfig(
  config: RelayConfig,
  instance: Instance,
  keys: readonly VerifyingKey[],
  folder: string,
): string {
  const rules = new Rules(folder);
  rules.browsers(config);
  rules.endpoint();
  rules.token(config, keys);
  rules.rate(config, instance);
  rules.integration(config);
  rules.body(config);
  rules.tags(config);
  rules.answers();
  rules.forward();
  return `${[
    global(instance),
    defaults(folder),
    peers(config),
    ["frontend relay", ...[bind(config, instance), ...audit(), ...rules.lines].map((line) => `    ${line}`)].join("\n"),
    backend(config),
  ].join("\n\n")}\n`;
}

function bind({ certificate, front }: RelayConfig, { bind: at }: Instance): string {
  const tls = certificate ? ` ssl crt ${quoted(certificate)} alpn h2,http/1.1 ssl-min-ver TLSv1.2` : "";
  return `bind ${at}${front ? " accept-proxy" : ""}${tls}`;
}

/**
 * The rules a request passes, in order. The first that speaks against it sets `txn.no` to its reason; what costs time or
 * reads a body comes after what is cheap. Nothing is answered before the audit line is known.
 */
class Rules {
  readonly lines: string[] = [];

  constructor(readonly folder: string) {}

  #refuse(reason: Reason, condition: string): void {
    this.lines.push(`http-request set-var(txn.no) str(${reason}) if !refused ${condition}`);
  }

  #set(variable: string, expression: string, condition = ""): void {
    this.lines.push(`http-request set-var(txn.${variable}) ${expression}${condition && ` if ${condition}`}`);
  }

  /** Sign-in document and CORS. An origin proves nothing; only the token does. */
  browsers({ extensions }: RelayConfig): void {
    const origins = `^(?:chrome-extension://(?:${extensions.join("|")})|moz-extension://[0-9a-f-]{36})$`;
    this.lines.push(
      "monitor-uri /health",
      "acl refused var(txn.no) -m found",
      "acl preflight method OPTIONS",
      "acl sign_in_document path /.well-known/quicktag",
      `http-request set-var(txn.origin) req.fhdr(origin) if { req.fhdr_cnt(origin) eq 1 } { req.fhdr(origin) -m reg ${quoted(origins)} }`,
      "http-request set-log-level silent if preflight or sign_in_document",
      'http-request return status 204 hdr Access-Control-Allow-Methods "GET, POST, DELETE" hdr Access-Control-Allow-Headers "authorization, content-type, x-integration-id" hdr Access-Control-Max-Age 7200 if preflight { var(txn.origin) -m found }',
      `http-request return status 200 content-type application/json file ${quoted(`${this.folder}/quicktag.json`)} hdr Cache-Control no-store if METH_GET sign_in_document`,
      "http-after-response set-header Vary Origin",
      "http-after-response set-header Access-Control-Allow-Origin %[var(txn.origin)] if { var(txn.origin) -m found }",
      'http-after-response set-header Access-Control-Expose-Headers "Concurrency-Limit, Concurrency-Remaining, Retry-After, Retry-After-Ms, X-Quicktag-Relay" if { var(txn.origin) -m found }',
    );
  }

  endpoint(): void {
    for (const { name, method, path, query } of ENDPOINTS)
      this.#set(
        "endpoint",
        `str(${name})`,
        `{ method ${method} } { path -m reg ${quoted(path)} } ${query === null ? "!{ query -m found }" : `{ query -m reg ${quoted(query)} }`}`,
      );
    // Half a URL in place of a path would reach Kombo's front door under another name.
    this.#refuse("not-found", "!{ var(txn.endpoint) -m found }");
    this.lines.push(
      "http-request set-var(txn.candidate) path,field(5,/) if { var(txn.endpoint) -m str add-tag remove-tag }",
    );
  }

  token({ signIn }: RelayConfig, keys: readonly VerifyingKey[]): void {
    const claim = (path: string, type = ""): string => `var(txn.token),jwt_payload_query('${path}'${type})`;
    // The whole header: of several tokens in one, HAProxy would take the first.
    const bearer = "{ req.fhdr(authorization) -m reg '^[Bb]earer [A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$' }";
    this.#set("token", "http_auth_bearer", `!refused { req.fhdr_cnt(authorization) eq 1 } ${bearer}`);
    this.#refuse("token-missing", "!{ var(txn.token) -m found }");
    this.#set("alg", "var(txn.token),jwt_header_query('$.alg')", "!refused");
    this.#set("kid", "var(txn.token),jwt_header_query('$.kid')", "!refused");
    this.#refuse("token-algorithm", "!{ var(txn.alg) -m str RS256 ES256 }");
    for (const { kid, algorithm, fileName } of keys)
      this.#set(
        "signed",
        `var(txn.token),jwt_verify('${algorithm}',"${this.folder}/${fileName}")`,
        `!refused { var(txn.kid) -m str ${quoted(kid)} } { var(txn.alg) -m str ${algorithm} }`,
      );
    this.#refuse("token-key", "!{ var(txn.signed) -m found }");
    // Other answers than 1 are failures of many kinds, -1 too.
    this.#refuse("token-signature", "!{ var(txn.signed) -m int eq 1 }");
    this.#refuse("token-issuer", `!{ ${claim("$.iss")} -m str ${quoted(signIn.issuer)} }`);
    const audience = quoted(signIn.audience);
    for (const path of ["$.aud", ...Array.from({ length: MOST_AUDIENCES }, (_, at) => `$.aud[${at}]`)])
      this.#set("meant", "bool(true)", `!refused { ${claim(path)} -m str ${audience} }`);
    this.#refuse("token-audience", `!{ var(txn.meant) -m found }`);
    // The standard allows 255 ASCII characters. Others could make two users look alike in the log.
    this.#set("user", claim("$.sub"), `!refused { ${claim("$.sub")} -m reg '^[\\x20-\\x7e]{1,255}$' }`);
    this.#refuse("token-user", "!{ var(txn.user) -m found }");
    this.#set("left", "date,neg", "!refused");
    // What does not fit into HAProxy's numbers, -1 among it, it reads as the end of time.
    this.#set("exp", claim("$.exp", ",'int'"), "!refused");
    this.#set("left", "var(txn.exp),add(txn.left)", "!refused { var(txn.exp) -m found }");
    this.#refuse("token-expired", "!{ var(txn.exp) -m int 1:99999999999 } or !refused !{ var(txn.left) -m int gt 0 }");
    this.#set("early", "date,neg", "!refused");
    this.#set("nbf", claim("$.nbf", ",'int'"), "!refused");
    this.#refuse("token-not-yet", `{ ${claim("$.nbf")} -m found } !{ var(txn.nbf) -m int 1:99999999999 }`);
    this.#set("early", "var(txn.nbf),add(txn.early)", "!refused { var(txn.nbf) -m found }");
    this.#refuse("token-not-yet", `{ var(txn.early) -m int gt ${CLOCK_SKEW_S} }`);
  }

  /**
   * Each instance counts what it sees itself in a table of its own and tells the others; the sum is what a user asked of all.
   * In one table for all, the last to write would win.
   */
  rate({ instances, requestsPerMinute }: RelayConfig, instance: Instance): void {
    this.#set("who", "var(txn.user),sha2(256)", "!refused");
    this.lines.push(`http-request track-sc0 var(txn.who) table users_${instance.name} if !refused`);
    this.#set("rate", "int(0)");
    for (const { name } of instances) {
      this.#set("part", `var(txn.who),table_http_req_rate(users_${name})`, "!refused");
      this.#set("rate", "var(txn.rate),add(txn.part)", "!refused");
    }
    this.#refuse("too-many-requests", `{ var(txn.rate) -m int gt ${requestsPerMinute} }`);
  }

  integration({ access, mayCreateTags }: RelayConfig): void {
    const named = (where: string) =>
      ENDPOINTS.filter((one) => one.integration === where)
        .map(({ name }) => name)
        .join(" ");
    const shape = `-m reg ${quoted(`^${INTEGRATION_ID}$`)}`;
    this.lines.push(
      `acl in_header var(txn.endpoint) -m str ${named("header")}`,
      `acl in_path var(txn.endpoint) -m str ${named("path")}`,
    );
    this.#set(
      "integration",
      "req.fhdr(x-integration-id)",
      `!refused in_header { req.fhdr_cnt(x-integration-id) eq 1 } { req.fhdr(x-integration-id) ${shape} }`,
    );
    this.#set("integration", "path,field(4,/),url_dec", "!refused in_path");
    this.#refuse("integration-missing", `in_header !{ var(txn.integration) -m found }`);
    const list = (file: string) => `-m str -f ${quoted(`${this.folder}/${file}`)}`;
    this.#set("open", "bool(true)", `!refused { var(txn.integration) ${list("everyone.lst")} }`);
    if (mayCreateTags === true) this.#set("creates", "bool(true)");
    if (access.claim) {
      const { name, is } = access.claim;
      const claim = (path: string): string => `var(txn.token),jwt_payload_query('$.${path}')`;
      // Entra leaves the list out when it is long, and says where it could be asked for.
      this.#refuse("too-many-groups", `{ ${claim(`_claim_names.${name}`)} -m found }`);
      if (is === "list") this.#refuse("too-many-groups", `{ ${claim(`${name}[${MOST_GROUPS}]`)} -m found }`);
      const places = is === "text" ? [name] : Array.from({ length: MOST_GROUPS }, (_, at) => `${name}[${at}]`);
      for (const place of places) {
        // Where there is no such group, the one before it stays, and is asked about again.
        this.#set("group", claim(place), "!refused");
        this.#set(
          "open",
          "bool(true)",
          `!refused !{ var(txn.open) -m found } { var(txn.integration),concat(' ',txn.group) ${list("groups.lst")} }`,
        );
        if (typeof mayCreateTags === "object")
          this.#set(
            "creates",
            "bool(true)",
            `!refused { str(is),concat(' ',txn.group) ${list("creators.lst")} } { var(txn.group) -m found }`,
          );
      }
    }
    this.#refuse("integration-foreign", "{ var(txn.integration) -m found } !{ var(txn.open) -m found }");
  }

  /** What stands in a body counts only if it can be read in one way. */
  body({ onBehalfOf }: RelayConfig): void {
    const names = (body: "tag" | "sync") =>
      ENDPOINTS.filter((one) => one.body === body)
        .map(({ name }) => name)
        .join(" ");
    this.lines.push(
      `acl with_tag var(txn.endpoint) -m str ${names("tag")}`,
      `acl with_sync var(txn.endpoint) -m str ${names("sync")}`,
      "acl whole req.fhdr_cnt(content-length) eq 1",
    );
    this.#refuse("body-encoding", "{ req.fhdr_cnt(transfer-encoding) gt 0 }");
    this.#refuse("body-encoding", "{ req.fhdr_cnt(content-encoding) gt 0 }");
    this.#refuse("body-unexpected", "!with_tag !with_sync { req.body_size gt 0 }");
    this.#refuse("body-encoding", "with_tag !whole or !refused with_sync !whole");
    this.#refuse("body-too-long", `{ req.body_size gt ${LONGEST_BODY} }`);
    this.lines.push("http-request wait-for-body time 10s if !refused with_tag or !refused with_sync");
    // Text ends at its first zero byte: what is read must be as long as what was announced.
    this.#set("size", "req.body_size", "!refused");
    this.#set("missing", "req.body,length,sub(txn.size)", "!refused");
    this.#refuse("body-shape", "{ var(txn.missing) -m found } !{ var(txn.missing) -m int eq 0 }");
    this.#refuse("body-shape", `with_sync !{ req.body -m reg ${quoted(SYNC_BODY)} }`);
    this.#set("plain", "bool(true)", `!refused with_tag { req.body -m reg ${quoted(TAG_BODY)} }`);
    this.#set(
      "acting",
      "bool(true)",
      `!refused with_tag !{ var(txn.plain) -m found } { req.body -m reg ${quoted(TAG_BODY_ON_BEHALF)} }`,
    );
    this.#refuse("body-shape", "with_tag !{ var(txn.plain) -m found } !{ var(txn.acting) -m found }");
    // Both may be read now: the name as it is meant, and the JSON text of it for the log.
    this.#set("name", "req.body,json_query('$.tag.name')", "!refused with_tag");
    this.lines.push(
      `http-request set-var(txn.tag) 'req.body,bytes(15),regsub("^(\\"([^\\"\\\\\\\\]|\\\\\\\\.)*\\").*$","\\\\1")' if !refused with_tag`,
    );
    if (!onBehalfOf) this.#refuse("remote-fields", "{ var(txn.acting) -m found }");
    else this.#actingUser(onBehalfOf.emailClaim);
  }

  /** Only in the name of the ATS user who has the address that the token vouches for. */
  #actingUser(emailClaim: string): void {
    const acting = "!refused { var(txn.acting) -m found }";
    const claim = (name: string): string => `var(txn.token),jwt_payload_query('$.${name}')`;
    for (const path of ACTING_PATHS) this.#set("actor", `req.body,json_query('${path}')`, acting);
    this.#set("email", `${claim(emailClaim)},lower`, acting);
    const users = `map_str(${this.folder}/users.map)`;
    this.#set("own", `var(txn.integration),concat('|',txn.email),${users}`, `${acting} { var(txn.email) -m found }`);
    this.#refuse("remote-fields", "{ var(txn.acting) -m found } !{ var(txn.own) -m found }");
    this.#refuse("remote-fields", `{ var(txn.acting) -m found } { ${claim("email_verified")} -m int eq 0 }`);
    this.#refuse("remote-fields", "{ var(txn.acting) -m found } !{ var(txn.actor),strcmp(txn.own) eq 0 }");
  }

  /** What `src/domain/tag-rules` decides in the browser. Taking a tag away breaks no rule. */
  tags({ tagRules: { allowed, format, forbiddenWords, forbiddenParts } }: RelayConfig): void {
    const matches = (pattern: string): string => `{ var(txn.name) -m reg ${quoted(pattern)} }`;
    this.#refuse("tag-unwritable", `with_tag !${matches(writablePattern())}`);
    this.lines.push(
      "acl adds var(txn.endpoint) -m str add-tag",
      "acl listed var(txn.listed) -m found",
      "http-request set-var-fmt(txn.entry) =%[var(txn.name)] if !refused adds",
    );
    const names = quoted(`${this.folder}/names.lst`);
    this.#set("listed", "bool(true)", `!refused adds { var(txn.entry) -m str -f ${names} }`);
    const beginnings = allowed?.prefixes ?? [];
    if (beginnings.length > 0) this.#refuse("tag-not-allowed", `adds !listed !${matches(prefixPattern(beginnings))}`);
    else if (allowed) this.#refuse("tag-not-allowed", "adds !listed");
    this.#refuse("tag-format", `adds !listed !${matches(formatPattern(format))}`);
    const clean = withoutForbidden(forbiddenWords, forbiddenParts);
    if (clean) this.#refuse("tag-forbidden", `adds !${matches(clean)}`);
    this.#refuse("tag-not-yours", "adds !listed !{ var(txn.creates) -m found }");
  }

  /** One answer for each reason. The connection ends with it, because a body may be left unread. */
  answers(): void {
    for (const [reason, { status }] of Object.entries(REFUSALS)) {
      const headers = [
        `hdr X-Quicktag-Relay ${reason}`,
        ...(status === 401 ? ["hdr WWW-Authenticate Bearer"] : []),
        ...(status === 429 ? ["hdr Retry-After 10"] : []),
      ].join(" ");
      const file = quoted(`${this.folder}/answers/${reason}.json`);
      this.lines.push(
        `http-request return status ${status} content-type application/json file ${file} ${headers} hdr Connection close if { var(txn.no) -m str ${reason} }`,
      );
    }
  }

  /** Only what Kombo needs goes on; the key takes the token's place. */
  forward(): void {
    this.lines.push(
      "http-request set-uri %[pathq]",
      `http-request del-header ${quoted("^(?!(?:accept|accept-encoding|content-length|host)$)")} -m reg`,
      `http-request set-header Authorization ${quoted(`Bearer %[str(key),map(${this.folder}/secret.map)]`)}`,
      "http-request set-header X-Integration-Id %[var(txn.integration)] if in_header",
      "http-request set-header Content-Type application/json if with_tag or with_sync",
      "default_backend kombo",
    );
  }
}
