package bad;

import org.initweights.annotation.InitWeights;

@InitWeights
// error at `interface NoClass {}`: NoClass: only classes, records and sealed interfaces of them can be models [ModelKind]
interface NoClass {}
