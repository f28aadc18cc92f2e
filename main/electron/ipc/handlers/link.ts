import type { RoomContext, RoomHandlers } from '../room-context';

export function linkHandlers({ live, links }: RoomContext): RoomHandlers<'link'> {
  return {
    take: () => links.take(),
    async make({ vmId, route, tenantId }) {
      const [{ makeConnectLink, soleTenant }, { session }] = await Promise.all([
        import('../../../../shared/links/make-link'),
        live.current(),
      ]);
      const { cloud, tenants } = await session.state();
      const ofTenant = tenantId ?? soleTenant(tenants);
      return { link: makeConnectLink({ vmId, route, tenantId: ofTenant, cloud }) };
    },
  };
}
