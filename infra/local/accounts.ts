/** Invented people, who exist on this machine only. They sign in by a click, without a password. */
export type Account = {
  readonly name: string;
  readonly sub: string;
  readonly email: string;
};

export const accounts: readonly Account[] = [
  { name: 'amira', sub: '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161', email: 'amira@example.org' },
  { name: 'ruben', sub: '3c5d7e9f-1b2a-4c8d-9e0f-2a4b6c8d0e1f', email: 'ruben@example.org' },
  { name: 'linnea', sub: '9e8d7c6b-5a49-4837-8261-5f4e3d2c1b0a', email: 'linnea@example.org' },
  { name: 'jonas', sub: '8a7b6c5d-4e3f-4210-8fed-cba987654321', email: 'jonas@example.org' },
];
