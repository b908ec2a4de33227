import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { EVERYTHING } from '../http/http.module.ts';
import { AccessMiddleware } from './access.middleware.ts';
import { Issuer } from './issuer.ts';
import { OperatorGuard } from './operator.guard.ts';
import { Sessions } from './session/sessions.ts';
import { SignInService } from './sign-in/sign-in.service.ts';
import { TokenVerifier } from './tokens/token-verifier.ts';
import { Visitors } from './visitors.ts';

const SHARED = [Issuer, OperatorGuard, Sessions, SignInService, Visitors];

/** Who may do what. */
@Global()
@Module({ providers: [...SHARED, TokenVerifier], exports: SHARED })
export class AuthModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(AccessMiddleware).forRoutes(EVERYTHING);
  }
}
