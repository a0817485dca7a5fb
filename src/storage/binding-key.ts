/** The key of a binding: which tenant of which ATS it is about. */
export const bindingKey = (ats: string | null, tenant: string | null): string => `${ats ?? ""}|${tenant ?? ""}`;
