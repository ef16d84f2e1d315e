import { EngineError } from '../errors.ts';

/** A template of ours stated something that its own facts do not prove: a defect of the template, never of the data. */
export class UnprovedTemplateError extends EngineError {
  constructor(templateVersion: string, reasons: readonly string[]) {
    super('UNPROVED_TEMPLATE', `Template ${templateVersion} is not proved by its facts: ${reasons.join(' ')}`);
    this.name = 'UnprovedTemplateError';
  }
}
