import type { FastifyInstance } from 'fastify';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { done } from '@ganwan/shared/values';
import { serve } from '#platform/http';
import type { accountService } from './account-service.ts';

export function accountRoutes(app: FastifyInstance, service: ReturnType<typeof accountService>): void {
  serve(app, accounts, {
    signUp: ({ body, ...asked }) => service.signUp(asked, body),
    signIn: ({ body, ...asked }) => service.signIn(asked, body),
    signOut: ({ actor, ...asked }) => service.signOut(asked, actor).then(() => done),
    requestPasswordReset: ({ body, ...asked }) => service.requestPasswordReset(asked, body.email).then(() => done),
    resetPassword: ({ body, ...asked }) => service.resetPassword(asked, body).then(() => done),
    changePassword: ({ actor, body, ...asked }) => service.changePassword(asked, actor, body),
    sendVerification: ({ actor, ...asked }) => service.sendVerification(asked, actor).then(() => done),
    verifyEmail: ({ query, ...asked }) => service.verifyEmail(asked, query.token).then(() => done),
    changeEmail: ({ actor, body, ...asked }) => service.changeEmail(asked, actor, body).then(() => done),
    closeAccount: ({ actor, body, ...asked }) => service.closeAccount(asked, actor, body).then(() => done),
    startTwoFactor: ({ actor, body, ...asked }) => service.startTwoFactor(asked, actor, body),
    verifyTotp: ({ actor, body, ...asked }) => service.verifyTotp(asked, actor, body),
    verifyRecoveryCode: ({ body, ...asked }) => service.verifyRecoveryCode(asked, body),
    newRecoveryCodes: ({ actor, body, ...asked }) => service.newRecoveryCodes(asked, actor, body),
    stopTwoFactor: ({ actor, body, ...asked }) => service.stopTwoFactor(asked, actor, body).then(() => done),
    passkeyToRegister: (asked) => service.passkeyToRegister(asked),
    registerPasskey: ({ actor, body, ...asked }) => service.registerPasskey(asked, actor, body).then(() => done),
    passkeyToSignIn: (asked) => service.passkeyToSignIn(asked),
    signInByPasskey: ({ body, ...asked }) => service.signInByPasskey(asked, body).then(() => done),
    passkeys: ({ actor }) => service.passkeys(actor),
    removePasskey: ({ actor, body }) => service.removePasskey(actor, body.id).then(() => done),
  });
}
