import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since 1970; none: kept as long as the issuer runs. */
  expiresAt: number;
}

/** Everything an issuer remembers, by kind and id. */
const entries = new Map<string, Entry>();

const find = (key: string): AdapterPayload | undefined => {
  const entry = entries.get(key);
  if (entry !== undefined && entry.expiresAt > Date.now()) return entry.payload;
  entries.delete(key);
  return undefined;
};

const firstOf = (
  kind: string,
  isMeant: (payload: AdapterPayload) => boolean,
): AdapterPayload | undefined =>
  [...entries.keys()]
    .filter((key) => key.startsWith(`${kind}:`))
    .map(find)
    .find((payload) => payload !== undefined && isMeant(payload));

/** Where the library keeps what it must remember between requests: here, in memory. */
export class MemoryAdapter implements Adapter {
  private readonly kind: string;

  /** @param kind what is kept: Session, Grant, AuthorizationCode … */
  constructor(kind: string) {
    this.kind = kind;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const expiresAt = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000;
    entries.set(this.keyOf(id), { payload, expiresAt });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return find(this.keyOf(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return firstOf(this.kind, (payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return firstOf(this.kind, (payload) => payload.userCode === userCode);
  }

  /** Marks a code as used: it is good for one exchange. */
  async consume(id: string): Promise<void> {
    const payload = find(this.keyOf(id));
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    entries.delete(this.keyOf(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of entries) {
      if (payload.grantId === grantId) entries.delete(key);
    }
  }

  private keyOf(id: string): string {
    return `${this.kind}:${id}`;
  }
}
