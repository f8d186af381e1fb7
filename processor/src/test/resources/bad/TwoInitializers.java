package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.annotation.Zeros;

class TwoInitializers {
    // error at `@Zeros float[] two;`: two: @Ones and @Zeros both initialise it; keep one [TwoInitializers]
    @Shape({3, 4}) @Ones @Zeros float[] two;
    // error at `@Skip @Zeros float[] skipped;`: skipped: @Skip and @Zeros contradict each other; keep one [SkipAndInitializer]
    @Shape({3, 4}) @Skip @Zeros float[] skipped;
}
