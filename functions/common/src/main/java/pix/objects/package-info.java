/** Where files are kept: S3 on AWS, a folder on a laptop. */
package pix.objects;
