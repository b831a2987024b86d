/** A page as it looked. */
export interface Picture {
  file: string;
  title: string;
  colorScheme: 'light' | 'dark';
  width: number;
}

const figure = ({ file, title, colorScheme, width }: Picture): string =>
  `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${title} · ${colorScheme} ${width}</figcaption></figure>`;

const style = `body { font: 14px system-ui; margin: 1rem; background: #8882 }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem }
figure { margin: 0 } img { inline-size: 100%; block-size: 14rem; object-fit: cover; object-position: top; border: 1px solid #8888 }`;

/** All pictures on one page, each leading to itself. */
export const contactSheet = (pictures: readonly Picture[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>The pages</title><style>${style}</style><h1>The pages</h1><main>${pictures.map(figure).join('\n')}</main></html>`;
