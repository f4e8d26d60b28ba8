/** What the service counts, for dashboards and alarms. Numbers only: nobody is recognised in them. */
package pix.metrics;
