// The coefficients of the Equal Earth projection.
const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
const half = Math.sqrt(3) / 2;
const radians = Math.PI / 180;

// How the land of `land.ts` was fitted into 960 by 440.
const scale = 179.2182393102158;
const [left, top] = [480, 244.96824183038333];

/**
 * The Equal Earth projection: equal areas stay equal, and the continents look as people know them. Degrees in, radians of the globe's radius out, north up.
 *
 * Source: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information Science 33 (2018).
 */
export const equalEarth = (latitude: number, longitude: number): [x: number, y: number] => {
  const slant = Math.asin(half * Math.sin(latitude * radians));
  const square = slant * slant;
  const sixth = square ** 3;
  return [
    (longitude * radians * Math.cos(slant)) / (half * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))),
    slant * (a1 + a2 * square + sixth * (a3 + a4 * square)),
  ];
};

/** Where a place of that latitude and longitude (degrees) lies on the map of the land, in its units, to a tenth. */
export const pointOf = (latitude: number, longitude: number): [x: number, y: number] => {
  const [x, y] = equalEarth(latitude, longitude);
  return [Math.round((left + x * scale) * 10) / 10, Math.round((top - y * scale) * 10) / 10];
};
