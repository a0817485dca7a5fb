import type { ComponentProps } from "react";

interface Props extends ComponentProps<"button"> {
  /** `main`: the one thing to do here. `quiet`: within a line of text. */
  look?: "main" | "plain" | "quiet" | "danger";
}

/** A button in one of four looks. Never submits a form unless told so. */
export function Button({ look = "plain", className = "", type = "button", ...rest }: Props) {
  return <button type={type} className={`button button-${look} ${className}`} {...rest} />;
}
