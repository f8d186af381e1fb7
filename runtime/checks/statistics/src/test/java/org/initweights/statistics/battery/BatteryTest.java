package org.initweights.statistics.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.initweights.statistics.words.WordSelection;
import org.initweights.statistics.words.WordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the small battery says of generators that are known. From fixed seeds; of a good one and another seed, one in 10⁶ runs would
 * fail.
 */
class BatteryTest {

    @ParameterizedTest
    @EnumSource(
            value = RandomSource.class,
            names = {"XO_SHI_RO_256_PP", "SPLIT_MIX_64", "MT", "JSF_64", "KISS"})
    void passesGeneratorsThatAreGood(RandomSource generator) {
        var words = generator.create(1L);
        assertThat(failures(words::nextInt)).isEmpty();
    }

    @Test
    void passesTheGeneratorOfTheJdk() {
        var words = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        assertThat(failures(words::nextInt)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BadGenerator.class)
    void refusesGeneratorsThatAreBad(BadGenerator generator) {
        assertThat(failures(generator.words())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void refusesThreefryOfFewRounds(int rounds) {
        assertThat(failures(new FewRounds(rounds))).isNotEmpty();
    }

    @Test
    void passesThreefryOfTwentyRounds() {
        assertThat(failures(new FewRounds(20))).isEmpty();
    }

    @Test
    void refusesAWordThatIsRepeatedInOneOfHundred() {
        var good = RandomSource.XO_SHI_RO_256_PP.create(1L);
        int[] last = {0};
        PrimitiveIterator.OfInt hundredths =
                IntStream.iterate(0, i -> (i + 1) % 100).iterator();
        WordSource words = () -> {
            if (hundredths.nextInt() > 0) {
                last[0] = good.nextInt();
            }
            return last[0];
        };
        assertThat(failures(words)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(WordSelection.class)
    void passesTheStreams(WordSelection selection) {
        assertThat(failures(selection.open(1).words())).isEmpty();
    }

    private static List<String> failures(WordSource words) {
        return Stream.of(BitOrder.values())
                .flatMap(order -> Battery.SMALL
                        .run(order.of(words))
                        .filter(outcome -> outcome.verdicts().contains(Verdict.FAILED))
                        .map(outcome -> outcome.test() + " " + order))
                .toList();
    }
}
