package org.initweights.internal.rule;

import org.initweights.internal.fill.DerivedFill;

/** A rule that computes a parameter of another one, which it names. */
public sealed interface DerivedRule permits WeightNormGainRule, SpectralVectorRule {

    /** What it computes. */
    DerivedFill derived(long elements);
}
