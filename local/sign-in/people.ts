/** Somebody who can sign in on this machine. */
export interface Person {
  id: string;
  name: string;
  roles: readonly string[];
}

/** Everybody there is: who may only read, and who may also start ingestion. */
export const PEOPLE: readonly Person[] = [
  { id: 'viewer', name: 'Vera Viewer', roles: [] },
  { id: 'operator', name: 'Otto Operator', roles: ['operator'] },
];

export const personOf = (id: unknown): Person | undefined =>
  PEOPLE.find((person) => person.id === id);
