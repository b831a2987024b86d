/** The value of a cookie that a request carries. */
export const cookieIn = (request: Request, name: string): string | undefined => {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [found = '', ...value] = pair.split('=');
    if (found.trim() === name) return value.join('=').trim();
  }
  return undefined;
};

/** Whether pages are reached by HTTPS. A browser keeps a cookie that says Secure, or whose name begins with __Host-, only from such a site. */
export const isSecure = (site: string | undefined): boolean => !site?.startsWith('http:');

/** The name of a cookie of this very host: elsewhere under the same domain nobody can set it. On plain HTTP, one machine's, it has no prefix. */
export const cookieName = (name: string, site: string | undefined): string =>
  isSecure(site) ? `__Host-${name}` : name;

/**
 * A cookie that no script reads and that another site's form does not carry. `seconds` is how long it lasts; 0 takes it away. The value has to be
 * of characters that a cookie may have, such as base64url.
 */
export const cookie = (name: string, value: string, seconds: number, site: string): string =>
  [
    `${cookieName(name, site)}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(site) ? ['Secure'] : []),
  ].join('; ');
