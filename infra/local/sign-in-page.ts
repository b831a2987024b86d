import { accounts } from './accounts.ts';

const page = (body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in · Plenary on this machine</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui;max-width:32rem;margin:15vh auto;padding:0 1rem}button{font:inherit;width:100%;padding:.6rem;margin:.3rem 0}</style>
<main>
${body}
</main>
</html>`;

const described = ({ name, email }: (typeof accounts)[number]): string => `${name}, ${email}`;

/** Everybody here is invented, so a click is enough. */
export const choicePage = (): string =>
  page(`<h1>Who are you today?</h1>
<p>These people are invented and exist on this machine only.</p>
<form method="post">
${accounts.map((account) => `<button name="account" value="${account.name}">${described(account)}</button>`).join('\n')}
</form>`);

export const endedPage = (): string =>
  page(
    '<h1>This sign-in is over</h1>\n<p>It took too long, or it is finished already. Start again from where you came.</p>',
  );
