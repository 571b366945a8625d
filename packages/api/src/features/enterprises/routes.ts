import type { FastifyInstance } from 'fastify';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { done } from '@ganwan/shared/values';
import { serve } from '#platform/http';
import type { invitationService } from './invitation-service.ts';
import type { enterpriseService } from './service.ts';

export function enterpriseRoutes(app: FastifyInstance, service: ReturnType<typeof enterpriseService>, invitations: ReturnType<typeof invitationService>): void {
  serve(app, enterprises, {
    create: ({ actor, body }) => service.create(actor, body),
    show: ({ params }) => service.show(params.id),
    edit: ({ actor, params, body }) => service.edit(actor, params.id, body),
    close: ({ actor, params, body, ...asked }) => service.close(asked, actor, params.id, body.password).then(() => done),
    confirmIdentity: ({ actor, params }) => service.confirmIdentity(actor, params.id),
    activate: ({ actor, params }) => service.activate(actor, params.id),
    leave: ({ actor, params }) => service.leave(actor, params.id).then(() => done),
    members: ({ actor, params, query }) => service.members(actor, params.id, query),
    changeRole: ({ actor, params, body }) => service.changeRole(actor, params.id, params.personId, body.role),
    removeMember: ({ actor, params }) => service.removeMember(actor, params.id, params.personId).then(() => done),
    invitations: ({ actor, params, query }) => invitations.list(actor, params.id, query),
    invite: ({ actor, params, body }) => invitations.invite(actor, params.id, body),
    revokeInvitation: ({ actor, params }) => invitations.revoke(actor, params.id, params.invitationId).then(() => done),
    invitation: ({ actor, params }) => invitations.show(actor, params.token),
    acceptInvitation: ({ actor, params }) => invitations.accept(actor, params.token),
    declineInvitation: ({ params, request }) => invitations.decline(params.token, request.ip).then(() => done),
  });
}
