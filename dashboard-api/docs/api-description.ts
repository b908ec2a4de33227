import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document of the running dashboard. */
@Injectable()
export class ApiDescription {
  private published: OpenAPIObject | null = null;

  /** Called once, when all routes are known. */
  publish(document: OpenAPIObject): void {
    this.published = document;
  }

  /** @throws before it is published */
  get document(): OpenAPIObject {
    if (this.published === null) throw new Error('The API is not described yet');
    return this.published;
  }
}
