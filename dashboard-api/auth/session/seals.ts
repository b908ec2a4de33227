import { createHash, hkdfSync } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';

const KEY_BYTES = 32;
const INFO = 'spacex-dashboard cookies';
const ENCRYPTION = 'A256GCM';

interface Key {
  id: string;
  bytes: Uint8Array;
}

const keyOf = (secret: string): Key => {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', INFO, KEY_BYTES));
  return { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 8), bytes };
};

/**
 * Seals what a browser keeps for us, so that it can neither read nor change it (JWE, A256GCM). Nothing is
 * kept here: every task that has the secrets can open what another one sealed.
 */
export class Seals {
  private readonly keys: readonly [Key, ...Key[]];

  /** @param secrets the first seals; what older ones sealed is still opened */
  constructor(secrets: readonly [string, ...string[]]) {
    this.keys = secrets.map(keyOf) as unknown as [Key, ...Key[]];
  }

  /**
   * @param purpose what is sealed for one opens for no other
   * @param seconds how long it can be opened
   */
  seal(content: JWTPayload, purpose: string, seconds: number): Promise<string> {
    const [{ id, bytes }] = this.keys;
    return new EncryptJWT(content)
      .setProtectedHeader({ alg: 'dir', enc: ENCRYPTION, kid: id })
      .setAudience(purpose)
      .setIssuedAt()
      .setExpirationTime(`${seconds} seconds`)
      .encrypt(bytes);
  }

  /** What was sealed; null when it is too old, was made for something else, or was not sealed here. */
  async open(sealed: string, purpose: string): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtDecrypt(sealed, ({ kid }) => this.bytesOf(kid), {
        audience: purpose,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: [ENCRYPTION],
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  private bytesOf(kid: string | undefined): Uint8Array {
    const key = this.keys.find(({ id }) => id === kid);
    if (key === undefined) throw new errors.JWEDecryptionFailed();
    return key.bytes;
  }
}
