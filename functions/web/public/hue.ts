/** How many colours there are for themes. */
const hues = 8;

/** The colour of each track of a summit: by its place among them, so that it is the same on every page. */
export const huesOf = (tracks: readonly { slug: string }[]): ReadonlyMap<string, string> =>
  new Map(tracks.map(({ slug }, at) => [slug, `hue-${(at % hues) + 1}`]));
