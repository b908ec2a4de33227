import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Asset } from '../../http/assets.ts';
import { Assets } from '../../http/assets.ts';

const FOREVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** Files that pages refer to. */
@ApiExcludeController()
@Controller()
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  /** A file whose name changes with its content. */
  @Get('assets/:name')
  hashed(@Param('name') name: string, @Res() response: Response): void {
    const asset = this.assets.hashed.get(name);
    if (asset === undefined) throw new NotFoundException('There is no such file.');
    send(asset, FOREVER, response);
  }

  @Get('favicon.svg')
  favicon(@Res() response: Response): void {
    this.fixed('favicon.svg', response);
  }

  @Get('robots.txt')
  robots(@Res() response: Response): void {
    this.fixed('robots.txt', response);
  }

  private fixed(name: string, response: Response): void {
    const asset = this.assets.fixed.get(name);
    if (asset === undefined) throw new NotFoundException('There is no such file.');
    send(asset, A_DAY, response);
  }
}

const send = ({ body, extension }: Asset, caching: string, response: Response): void => {
  response.setHeader('Cache-Control', caching);
  response.type(extension).send(body);
};
