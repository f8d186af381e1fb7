package org.initweights.samples.kotlin.vit

import org.initweights.annotation.Formula
import org.initweights.annotation.Normal

/** N(0, 1 / fan_in). torchvision cuts it at ±2, more than fifty standard deviations, so it is never cut. */
@Normal @Formula(std = "1 / sqrt(fan_in)") @Target(AnnotationTarget.FIELD) annotation class OfFanIn
