/** The script that finds candidates, read when something first asks for it. scripts/build.mjs makes it a file of its own. */
export const onDemand = () => import("./on-demand");
