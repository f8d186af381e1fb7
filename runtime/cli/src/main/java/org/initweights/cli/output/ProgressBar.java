package org.initweights.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line of a terminal that shows how far a work is, how fast, and how long it will still take; it disappears when the work is over. */
public final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final PrintWriter terminal;
    private final String work;
    private final long total;
    private final LongSupplier clock;
    private final long start;
    private long nextDraw;
    private long skipped;
    private long done;
    private boolean drawn;

    /**
     * Begins a work.
     *
     * @param total how many bytes there are to do
     * @param clock the time in nanoseconds from anywhere on
     */
    public ProgressBar(PrintWriter terminal, String work, long total, LongSupplier clock) {
        this.terminal = terminal;
        this.work = work;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.nextDraw = start + FIRST.toNanos();
    }

    @Override
    public synchronized void skip(long bytes) {
        skipped += bytes;
    }

    @Override
    public synchronized void add(long bytes) {
        done += bytes;
        long now = clock.getAsLong();
        if (now - nextDraw >= 0) {
            nextDraw = now + BETWEEN.toNanos();
            drawn = true;
            terminal.print(CLEAR_LINE + line(now - start));
            terminal.flush();
        }
    }

    private String line(long nanos) {
        long reached = Math.min(total, skipped + done);
        double share = total == 0 ? 1 : (double) reached / total;
        int filled = (int) (share * WIDTH);
        double rate = done / Math.max(nanos / 1e9, 1e-3);
        return String.format(
                Locale.ROOT,
                "%s %3d%% [%s%s] %s of %s, %s/s, %s left",
                work,
                (int) (share * 100),
                "=".repeat(filled),
                " ".repeat(WIDTH - filled),
                Numbers.bytes(reached),
                Numbers.bytes(total),
                Numbers.bytes(Math.round(rate)),
                rate == 0 ? "?" : time((total - reached) / rate));
    }

    /** {@code 0:07}, {@code 12:31} or {@code 2:05:00}. */
    private static String time(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
