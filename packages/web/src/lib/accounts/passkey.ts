import { accounts } from '@ganwan/shared/people/accounts-contract';
import type { FailureCode } from '@ganwan/shared/failures';
import { ApiFailure } from '#lib/api-failure.ts';
import { client } from '#lib/api.ts';
import { m } from '#lib/paraglide/messages.js';
import { failureWords } from '#lib/words/failure.ts';
import { locale } from '#lib/words/locale.ts';

/** `called_off`: the person closed the device's question, or did not answer it. `registered_here`: the device has one of theirs already. `cannot`: this browser does not do it here. */
export type PasskeyOutcome = 'done' | 'called_off' | 'registered_here' | 'cannot' | FailureCode;

/** Why no passkey came of it, in words; the rest is in the catalogue of failures. */
export function passkeyWords(outcome: Exclude<PasskeyOutcome, 'done'>): string {
  const own = { called_off: m.passkey_called_off, registered_here: m.passkey_registered_here, cannot: m.passkey_cannot };
  return outcome in own ? own[outcome as keyof typeof own]() : failureWords(outcome as FailureCode, locale());
}

/** Asks the device for a passkey of ours and signs in with it. */
export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  const { call } = client(fetch);
  try {
    const options = (await call(accounts.passkeyToSignIn, {})) as unknown as PublicKeyCredentialRequestOptionsJSON;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return 'called_off';
    await call(accounts.signInByPasskey, { body: { response: { ...credential.toJSON() } } });
    return 'done';
  } catch (failure) {
    return outcomeOf(failure);
  }
}

/** Makes a passkey on this device for the person signed in; one without a name is kept without. */
export async function addPasskey(name: string): Promise<PasskeyOutcome> {
  const { call } = client(fetch);
  try {
    const options = (await call(accounts.passkeyToRegister, {})) as unknown as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return 'called_off';
    await call(accounts.registerPasskey, { body: { response: { ...credential.toJSON() }, name } });
    return 'done';
  } catch (failure) {
    return outcomeOf(failure);
  }
}

function outcomeOf(failure: unknown): PasskeyOutcome {
  if (failure instanceof ApiFailure) return failure.code;
  if (!(failure instanceof DOMException)) throw failure;
  // What browsers answer with: WebAuthn, 5.1.3 and 5.1.4.
  if (failure.name === 'InvalidStateError') return 'registered_here';
  return failure.name === 'NotAllowedError' || failure.name === 'AbortError' ? 'called_off' : 'cannot';
}
