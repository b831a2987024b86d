// Everything that ends a line for somebody (CR, LF, vertical tab, form feed, next line, line and paragraph separators), every other control
// character, and the marks that turn the direction of what follows.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const breaking = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** How many characters of a name or title a header carries. */
const longest = 200;

/**
 * Words as one line of a header, whatever they are made of: nothing in it begins another line, and so no other header. What was left out leaves a
 * space; what is too long ends in an ellipsis.
 */
export const headerLine = (words: string): string => {
  const line = words.toWellFormed().replace(breaking, ' ').replace(/ +/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
};

/** Whether it is one address and nothing else: no second one, no name, no space, no line break. */
export const isMailbox = (address: string): boolean =>
  address.length <= 254 && /^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(address);
