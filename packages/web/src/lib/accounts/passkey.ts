import { accounts } from '@ganwan/shared/people/accounts-contract';
import type { FailureCode } from '@ganwan/shared/failures';
import { ApiFailure } from '#lib/api-failure.ts';
import { client } from '#lib/api.ts';

/** `called_off`: the person closed the device's question, which needs no words. */
export type PasskeyOutcome = 'done' | 'called_off' | FailureCode;

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
  if (failure instanceof DOMException) return 'called_off';
  throw failure;
}
