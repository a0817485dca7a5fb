import type { Connector } from "../../domain/connector";

/** A small coloured monogram per ATS: our own, no logos. Each colour carries white text at 4.5:1 or more. */
export const ATS_MARKS: Record<Connector, { letters: string; colour: string }> = {
  workday: { letters: "Wd", colour: "#0b5cad" },
  successfactors: { letters: "SF", colour: "#0a6ed1" },
  smartrecruiters: { letters: "SR", colour: "#1b6e3a" },
  lever: { letters: "Lv", colour: "#4b5563" },
  recruitee: { letters: "Re", colour: "#1e56c5" },
  greenhouse: { letters: "Gh", colour: "#12704b" },
  greenhousev3: { letters: "Gh", colour: "#12704b" },
  teamtailor: { letters: "Tt", colour: "#c0265e" },
  ashby: { letters: "As", colour: "#5145a8" },
  onlyfy: { letters: "On", colour: "#8a3ab9" },
  workable: { letters: "Wk", colour: "#047076" },
  welcometothejungle: { letters: "WJ", colour: "#7a5b00" },
  erecruiter: { letters: "eR", colour: "#b2440c" },
  zohorecruit: { letters: "Zo", colour: "#b3261e" },
  recruhr: { letters: "Rc", colour: "#6a4a3a" },
  odoo: { letters: "Od", colour: "#714b67" },
  avionte: { letters: "Av", colour: "#34568b" },
  sandbox: { letters: "Ks", colour: "#374151" },
};
