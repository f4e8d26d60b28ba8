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

/** {jwt, name}: the credential in a file, itself or attached to a PDF, and the name in the PDF's title. Null where there is none. */
export async function credentialIn(file) {
  const bytes = await file.arrayBuffer();
  const jwt = new TextDecoder('latin1').decode(bytes).match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{80,90}/)?.[0];
  const title = text(bytes).match(/<dc:title>[^]*?<rdf:li[^>]*>[^<]*? · ([^<]*)<\/rdf:li>/)?.[1];
  return jwt ? { jwt, name: title?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') } : null;
}

/** Whether a credential, which names nobody, is about whoever bears this name. */
export async function isAbout(payload, name) {
  const { identityHash, salt } = payload.credentialSubject.identifier.find((i) => i.identityType === 'name');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name + salt)));
  return identityHash === `sha256$${[...hash].map((b) => b.toString(16).padStart(2, '0')).join('')}`;
}

/** What a credential says, as the page shows it. */
export function contentOf({ credentialSubject, issuer, validFrom }) {
  const results = credentialSubject.result.map(({ resultDescription, value }) => [resultDescription.split('#')[1], Number(value)]);
  return {
    pix: results.find(([of]) => of === 'pix')[1],
    competences: results.filter(([of]) => of.startsWith('level-')).map(([of, level]) => ({ code: of.slice('level-'.length), level })),
    issuedOn: validFrom.slice(0, 10),
    issuer: issuer.name,
    detail: true,
  };
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
    done('signature', key && (await verified(key, credential))); // nothing to check it with says nothing of it
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
