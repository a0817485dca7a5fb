/** Hands a text to the browser as a download with this name. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
