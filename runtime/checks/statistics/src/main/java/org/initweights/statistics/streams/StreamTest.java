package org.initweights.statistics.streams;

import java.util.List;
import org.initweights.statistics.battery.PValue;

/** A test of streams of the seed that is given and of those that follow it. It is a record, whose components are its parameters. */
public interface StreamTest {

    /** Its statistics. */
    List<PValue> run(long seed);
}
