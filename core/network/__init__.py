"""The ResNet-50 U-Net, its checkpoint format, and the shelf of versions."""
