import type { StateCreator } from 'zustand';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type { CertificateQuestion, ConnectOutcome, ConnectStage } from '../../shared/launch/connect';
import type { Route } from '../../shared/preflight/route';
import { asAppError } from '../api';
import type { PreflightSlice } from './preflight-slice';

interface VmRequest {
  readonly vmId: VmId;
  /** Null takes the recommended one. */
  readonly route: Route | null;
  readonly anyway: boolean;
}

/** A profile of the library, by what the library knows alone. */
interface ProfileRequest {
  readonly profileId: string;
  readonly name: string;
  readonly anyway: boolean;
}

export type ConnectRequest = VmRequest | ProfileRequest;

/** That a signed file is used as it is, or that one which was there is not. */
export type SignedFileTold = Extract<ConnectStage, { readonly stage: 'signed-file' }>;

export type ConnectState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'connecting';
      readonly runId: string;
      readonly request: ConnectRequest;
      readonly stage: Exclude<ConnectStage, SignedFileTold>;
      /** What was told to expect stays in view while the client opens. */
      readonly expect: readonly string[];
      readonly signedFile: SignedFileTold | null;
      readonly question: CertificateQuestion | null;
    }
  | {
      readonly phase: 'done';
      readonly request: ConnectRequest;
      readonly outcome: ConnectOutcome;
      readonly signedFile: SignedFileTold | null;
      readonly at: string;
    }
  | { readonly phase: 'failed'; readonly request: ConnectRequest; readonly error: AppError };

export interface ConnectSlice {
  readonly connect: ConnectState;
  readonly startConnect: (request: ConnectRequest) => Promise<void>;
  readonly cancelConnect: () => void;
  readonly answerCertificate: (trust: boolean) => Promise<void>;
  readonly dismissConnect: () => void;
}

/** Mirrors main's Connect, one at a time. */
export const createConnectSlice =
  (api: Api): StateCreator<ConnectSlice & PreflightSlice, [], [], ConnectSlice> =>
  (set, get) => {
    const running = (runId: string) => {
      const { connect } = get();
      return connect.phase === 'connecting' && connect.runId === runId ? connect : undefined;
    };

    api.connect.onStage(({ runId, at: stage }) => {
      const current = running(runId);
      if (!current) return;
      if (stage.stage === 'signed-file') return set({ connect: { ...current, signedFile: stage } });
      set({ connect: { ...current, stage, expect: 'expect' in stage ? stage.expect : current.expect } });
    });
    api.connect.onCertificate(({ runId, question }) => {
      const current = running(runId);
      if (current) set({ connect: { ...current, question } });
    });

    return {
      connect: { phase: 'idle' },

      async startConnect(request) {
        const runId = crypto.randomUUID();
        set({
          connect: {
            phase: 'connecting',
            runId,
            request,
            stage: { stage: 'checking' },
            expect: [],
            signedFile: null,
            question: null,
          },
        });
        try {
          const outcome = await ('vmId' in request
            ? api.connect.start({ runId, ...request })
            : api.connect.startProfile({ runId, profileId: request.profileId, anyway: request.anyway }));
          const current = running(runId);
          if (!current) return;
          const { signedFile } = current;
          const at = new Date().toISOString();
          set({ connect: { phase: 'done', request, outcome, signedFile, at } });
          if ('vmId' in request) get().showReport(request.vmId, outcome.report);
        } catch (error) {
          if (!running(runId)) return;
          const appError = asAppError(error);
          set({
            connect:
              appError.code === 'cancelled'
                ? { phase: 'idle' }
                : { phase: 'failed', request, error: appError },
          });
        }
      },
      cancelConnect() {
        const { connect } = get();
        if (connect.phase !== 'connecting') return;
        void api.connect.cancel({ runId: connect.runId });
        set({ connect: { phase: 'idle' } });
      },
      async answerCertificate(trust) {
        const { connect } = get();
        if (connect.phase !== 'connecting') return;
        set({ connect: { ...connect, question: null } });
        await api.connect.answerCertificate({ runId: connect.runId, trust });
      },
      dismissConnect: () => {
        if (get().connect.phase !== 'connecting') set({ connect: { phase: 'idle' } });
      },
    };
  };
