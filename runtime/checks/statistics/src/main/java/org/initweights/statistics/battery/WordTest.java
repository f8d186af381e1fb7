package org.initweights.statistics.battery;

import java.util.List;
import org.initweights.statistics.words.WordSource;

/** A test of the hypothesis that words are independent and uniform. It is a record, whose components are its parameters. */
public interface WordTest {

    /** Its statistics, of the words that it takes from {@code words}. */
    List<PValue> run(WordSource words);
}
