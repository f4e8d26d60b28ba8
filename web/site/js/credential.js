/**
 * Checks a credential (compact vc+jwt, ES256) in the browser, against what the issuer publishes: its keys in the did
 * document and its status lists. The server is asked for nothing but those.
 */
const text = (bytes) => new TextDecoder().decode(bytes);

function fromBase64Url(encoded) {
  const binary = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

function parsed(jwt) {
  const parts = jwt.trim().split('.');
  if (parts.length !== 3) throw new Error('three parts');
  return {
    header: JSON.parse(text(fromBase64Url(parts[0]))),
    payload: JSON.parse(text(fromBase64Url(parts[1]))),
    signed: new TextEncoder().encode(`${parts[0]}.${parts[1]}`),
    signature: fromBase64Url(parts[2]),
  };
}

/** The credential in a file: the file itself, or the one attached to a PDF. Null where there is none. */
export async function credentialIn(file) {
  const latin = new TextDecoder('latin1').decode(await file.arrayBuffer());
  return latin.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{80,90}/)?.[0] ?? null;
}

/** What the issuer says now: a list kept from before a revocation would not know of it. */
const published = (path) => fetch(path, { cache: 'no-store' });

async function publicKey(kid) {
  const did = await (await published('/.well-known/did.json')).json();
  const method = did.verificationMethod?.find((m) => m.id === kid || kid.endsWith(m.id));
  return method
    ? crypto.subtle.importKey('jwk', { ...method.publicKeyJwk, key_ops: ['verify'] }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    : null;
}

const verified = (key, { signature, signed }) => crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);

async function statusBit(entry) {
  const reply = await published(new URL(entry.statusListCredential).pathname);
  const list = parsed(await reply.text());
  const key = await publicKey(list.header.kid);
  if (!key || !(await verified(key, list))) throw new Error('status list');
  const packed = fromBase64Url(list.payload.credentialSubject.encodedList.slice(1));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bits = new Uint8Array(await new Response(stream).arrayBuffer());
  const index = Number(entry.statusListIndex);
  return (bits[index >> 3] >> (7 - (index & 7))) & 1;
}

/** Each check in turn: [{check: "form" | "key" | "signature" | "dates" | "status", passed: true | false | null}]. */
export async function checkCredential(jwt) {
  const checks = [];
  const done = (check, passed) => checks.push({ check, passed });
  let credential;
  try {
    credential = parsed(jwt);
    done('form', credential.header.alg === 'ES256' && credential.payload.type?.includes('VerifiableCredential'));
  } catch {
    done('form', false);
    return { checks, payload: null };
  }
  const { header, payload } = credential;
  try {
    const key = await publicKey(header.kid);
    done('key', key !== null);
    done('signature', key !== null && (await verified(key, credential)));
  } catch {
    done('signature', null);
  }
  const now = Date.now();
  done('dates', Date.parse(payload.validFrom) <= now && (!payload.validUntil || now < Date.parse(payload.validUntil)));
  try {
    done('status', (await statusBit(payload.credentialStatus)) === 0);
  } catch {
    done('status', null);
  }
  return { checks, payload };
}
