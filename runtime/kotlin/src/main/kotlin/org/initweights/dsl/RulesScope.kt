package org.initweights.dsl

import org.initweights.Initializer
import org.initweights.Parameter
import org.initweights.ParameterRules
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.RuledParameters
import org.initweights.Selection

/**
 * Where rules say which parameters start how. Of the rules that match a parameter the narrowest wins, see
 * [ParameterRules].
 *
 * Rules are given by one thread, inside the block that asks for them.
 */
@InitWeightsDsl
public class RulesScope internal constructor(private val rules: ParameterRules) {

    /** The parameters whose name matches [pattern]: `bias`, `head.**`, `layers.*.weight`. */
    public fun named(pattern: String, initializer: InitializerScope.() -> Initializer) {
        rules.named(pattern, initializerOf(initializer))
    }

    /** The parameters with so many dimensions. */
    public fun ofRank(rank: Int, initializer: InitializerScope.() -> Initializer) {
        rules.ofRank(rank, initializerOf(initializer))
    }

    /** The parameters of which [condition] holds. */
    public fun where(condition: (Parameter) -> Boolean, initializer: InitializerScope.() -> Initializer) {
        rules.where(condition, initializerOf(initializer))
    }

    /** The parameters of a selection: `matching(Selection.named("head.**").ofRank(2)) { … }`. */
    public fun matching(selection: Selection, initializer: InitializerScope.() -> Initializer) {
        rules.matching(selection, initializerOf(initializer))
    }

    /** All parameters that no narrower rule is for. */
    public fun all(initializer: InitializerScope.() -> Initializer) {
        rules.all(initializerOf(initializer))
    }
}

/**
 * Initialises these parameters by rules, from [seed]; those that no rule is for keep their values.
 *
 * ```
 * model.parameters.initialize(seed = 42) {
 *     named("**.bias") { zeros() }
 *     ofRank(4) { kaimingNormal(FAN_OUT, RELU) }
 *     where({ it.elements > 1_000_000 }) { normal(std = 0.02) }
 * }
 * ```
 *
 * @return which rule won for which parameter, and which parameters no rule is for
 * @throws IllegalArgumentException if a rule matches nothing, or two rules that match a parameter are equally narrow
 */
public fun Parameters.initialize(seed: Long, rules: RulesScope.() -> Unit): RuledParameters =
    initialize(RandomSource.seeded(seed), rules)

/** Initialises these parameters by rules, from [random]; those that no rule is for keep their values. */
public fun Parameters.initialize(random: RandomSource, rules: RulesScope.() -> Unit): RuledParameters =
    withRules { RulesScope(it).rules() }.initialize(random)
