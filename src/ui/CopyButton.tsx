import { useState } from "react";
import { Button } from "./Button";
import { text } from "./text";

/** Copies a text and says so. */
export function CopyButton({ label, copies }: { label: string; copies: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(copies).then(() => setCopied(true));
  return (
    <>
      <Button look="quiet" onClick={copy}>
        {label}
      </Button>
      <span role="status" className="small muted">
        {copied && text("copied")}
      </span>
    </>
  );
}
