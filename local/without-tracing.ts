// The X-Ray SDK hooks into every promise of the process as soon as it is loaded, traced or not. Nothing is traced on
// one machine; in this mode it leaves promises alone.
process.env.AWS_XRAY_MANUAL_MODE ??= 'true';
