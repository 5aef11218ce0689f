// The inputs that several support tools share: kinds of product, symptoms, numbers of faults. None of them names a
// customer.
import { z } from 'zod';
import { DEVICE_KINDS, type DeviceKind, SYMPTOMS, type Symptom } from '../../phrases/technical/index.ts';

export const productSchema = z.enum(DEVICE_KINDS as unknown as [DeviceKind, ...DeviceKind[]]);
export const symptomSchema = z.enum(SYMPTOMS as unknown as [Symptom, ...Symptom[]]);
export const bugIdSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^BUG-[0-9A-Z]{3,12}$/, 'the number of a fault looks like BUG-2041');
