package bad;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;

class Lengths {
    // error at `swapped = new float[4][3];`: swapped: allocated as [4, 3], but its shape is [3, 4] (swapped?); drop the allocation and it is done for you [ArrayLength]
    @Shape({3, 4}) @Normal float[][] swapped = new float[4][3];
}
