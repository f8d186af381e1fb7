package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said of ordinary fields of models, those of classes of well-known libraries among them. */
class NoFalseAlarmTest {

    private static final String MODEL = """
            package quiet;

            import com.google.common.base.Stopwatch;
            import com.google.common.base.Ticker;
            import com.google.common.cache.Cache;
            import com.google.common.cache.CacheLoader;
            import com.google.common.collect.*;
            import com.google.common.collect.Table;
            import com.google.common.eventbus.EventBus;
            import com.google.common.hash.BloomFilter;
            import com.google.common.io.ByteSource;
            import com.google.common.reflect.TypeToken;
            import com.google.common.util.concurrent.*;
            import com.palantir.javapoet.TypeSpec;
            import java.io.Serializable;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            import java.util.logging.*;
            import java.util.stream.*;
            import org.assertj.core.api.SoftAssertions;
            import org.eclipse.jdt.internal.compiler.batch.Main;
            import org.initweights.annotation.*;
            import org.junit.jupiter.api.extension.ExtensionContext;

            @InitWeights(strict = true)
            public class Quiet<T extends Comparable<T>, C extends Quiet.Config> implements Serializable, Runnable, Comparable<Quiet<?, ?>> {
                static final long serialVersionUID = 1;
                public interface Config { int hidden(); }
                public record Sizes(int width, List<Integer> depths, Optional<String> name) implements Config { public int hidden() { return 1; } }
                public enum Mode { TRAIN, EVAL }
                public interface Listener { void changed(Quiet<?, ?> quiet); }
                public static class Dense implements Serializable, Comparator<String>, AutoCloseable {
                    static final long serialVersionUID = 1;
                    @Shape(2) @Ones float[] w;
                    public int compare(String a, String b) { return 0; }
                    public void close() {}
                }

                final Dense dense = new Dense();
                final transient Object lock = new Object();
                final transient Object[] names = {"a"};
                transient Runnable runnable;
                transient Serializable serializable;
                transient AutoCloseable closeable;
                transient Comparable<Dense> comparable;
                transient Logger logger;
                transient Handler handler;
                transient Random random;
                transient Thread thread;
                transient ExecutorService executor;
                transient ThreadLocal<StringBuilder> local;
                transient AtomicReference<String> reference;
                transient AtomicLong counter;
                transient ReentrantLock reentrant;
                transient Supplier<String> supplier;
                transient Function<Dense, float[]> function;
                transient BiFunction<Dense, Config, Dense> updated;
                transient UnaryOperator<Dense> operator;
                transient Consumer<Dense> consumer;
                transient Predicate<? super Dense> predicate;
                transient Comparator<Dense> comparator;
                transient ToIntFunction<Dense> measure;
                transient Class<Dense> type;
                transient Class<? extends Dense>[] types;
                transient Map<String, Integer> sizes;
                transient Map<Mode, List<String>> modes;
                transient EnumMap<Mode, Integer> byMode;
                transient List<String> labels;
                transient List<Map<String, Optional<Integer>>> deep;
                transient List<? super String> sink;
                transient List<?> anything;
                transient Collector<Dense, ?, List<String>> collector;
                transient Properties properties;
                transient Path path;
                transient URI uri;
                transient Duration duration;
                transient Clock clock;
                transient Locale locale;
                transient BitSet bits;
                transient int[] ids;
                transient long[][] table;
                Sizes config;
                transient C own;
                T tag;
                private transient T hidden;
                transient Listener listener;
                transient List<Listener> listeners;
                transient Future<Void> future;
                transient BlockingQueue<Runnable> queue;
                transient WeakHashMap<String, Object> weak;
                transient Stopwatch stopwatch;
                transient Ticker ticker;
                transient Cache<String, Integer> cache;
                transient CacheLoader<String, Integer> loader;
                transient EventBus bus;
                transient ImmutableList<String> immutable;
                transient Multimap<String, Integer> multimap;
                transient Table<Integer, String, Long> cells;
                transient BiMap<String, Integer> bimap;
                transient RangeSet<Integer> ranges;
                transient BloomFilter<CharSequence> bloom;
                transient ByteSource bytes;
                transient TypeToken<Dense> token;
                transient RateLimiter limiter;
                transient ListenableFuture<String> listenable;
                transient Ordering<Dense> ordering;
                transient com.google.common.base.Function<Dense, String> named;
                transient TypeSpec spec;
                transient SoftAssertions softly;
                transient ExtensionContext context;
                transient Main compiler;
                public void run() {}
                public int compareTo(Quiet<?, ?> other) { return 0; }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void saysNothingOfOrdinaryFields() {
        for (FileCompiler compiler : List.of(FileCompiler.lenient("-Xlint:-processing"), FileCompiler.ecj())) {
            assertThat(compiler.compile(folder, List.of(Fixture.write(folder, "Quiet", MODEL))).diagnostics().stream()
                            .map(diagnostic -> diagnostic.getMessage(null))
                            .filter(message -> message.contains("["))
                            .filter(message -> message.matches("(?s).*\\[[A-Z]\\w+]"))
                            .toList())
                    .isEmpty();
            assertThat(folder.resolve("quiet/QuietInit.class")).exists();
        }
    }
}
