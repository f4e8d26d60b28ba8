/** Functions as Lambda starts them: in its own runtime client, from the unpacked package, against a stub of its API. */
package pix.bench.lambda;
